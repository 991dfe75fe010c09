/// Files of messages: prepared, encrypted, moved, saved.
@NullMarked
package org.juntos.engine.attachment;

import org.jspecify.annotations.NullMarked;
