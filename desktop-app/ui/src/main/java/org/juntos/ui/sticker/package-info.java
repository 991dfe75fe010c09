/// Stickers: shown, chosen, and made.
@NullMarked
package org.juntos.ui.sticker;

import org.jspecify.annotations.NullMarked;
