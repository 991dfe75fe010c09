/// Messages that are polls, locations and contacts: how they are shown, and how they are written.
@NullMarked
package org.juntos.ui.card;

import org.jspecify.annotations.NullMarked;
