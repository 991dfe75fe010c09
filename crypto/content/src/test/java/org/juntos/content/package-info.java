/// What is inside the ciphertext, there and back.
@NullMarked
package org.juntos.content;

import org.jspecify.annotations.NullMarked;
