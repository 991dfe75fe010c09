/// Stickers: those of messages, and the packs that the person has.
@NullMarked
package org.juntos.store.sticker;

import org.jspecify.annotations.NullMarked;
