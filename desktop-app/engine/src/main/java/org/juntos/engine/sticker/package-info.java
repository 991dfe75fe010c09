/// Stickers: packs that are made, brought to the relay, fetched, and sent from.
@NullMarked
package org.juntos.engine.sticker;

import org.jspecify.annotations.NullMarked;
