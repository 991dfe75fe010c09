/// Tells the person, outside of the window, what came in.
@NullMarked
package org.juntos.ui.notice;

import org.jspecify.annotations.NullMarked;
