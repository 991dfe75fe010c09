/// What client and relay both know: the published contract (`.proto` files and their generated
/// classes), identifiers, paths, error codes, limits and padding.
@NullMarked
package org.juntos.wire;

import org.jspecify.annotations.NullMarked;
