/// The media, files and links of a conversation.
@NullMarked
package org.juntos.ui.shelf;

import org.jspecify.annotations.NullMarked;
