/// How the system shows a small picture of the program while it has no window: the port that its
/// ways are behind.
@NullMarked
package org.juntos.ui.platform.tray;

import org.jspecify.annotations.NullMarked;
