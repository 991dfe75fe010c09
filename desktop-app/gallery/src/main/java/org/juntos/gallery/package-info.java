/// Every screen in every state, fed by values written by hand. A developer's tool; never shipped.
@NullMarked
package org.juntos.gallery;

import org.jspecify.annotations.NullMarked;
