/// Writing, reading, retrying and taking back messages.
@NullMarked
package org.juntos.engine.conversation;

import org.jspecify.annotations.NullMarked;
