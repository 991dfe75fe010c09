/// The window: panes, banner, overlays, toasts and keys.
@NullMarked
package org.juntos.ui.shell;

import org.jspecify.annotations.NullMarked;
