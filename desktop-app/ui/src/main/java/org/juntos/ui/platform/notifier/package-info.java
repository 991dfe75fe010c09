/// How the system shows notifications: the port that its ways are behind.
@NullMarked
package org.juntos.ui.platform.notifier;

import org.jspecify.annotations.NullMarked;
