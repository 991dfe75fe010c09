/// What is inside the ciphertext: the sealed [org.juntos.content.Content] types, their binding and
/// their codec. Knows nothing of keys.
@NullMarked
package org.juntos.content;

import org.jspecify.annotations.NullMarked;
