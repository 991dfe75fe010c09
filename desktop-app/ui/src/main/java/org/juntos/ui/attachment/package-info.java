/// Pictures, videos, sounds and files inside bubbles, and the full-window viewer.
@NullMarked
package org.juntos.ui.attachment;

import org.jspecify.annotations.NullMarked;
