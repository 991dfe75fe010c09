/// Statuses: the pane that lists them, the card that posts one, the viewer.
@NullMarked
package org.juntos.ui.status;

import org.jspecify.annotations.NullMarked;
