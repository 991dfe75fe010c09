/// Measures the relay beside a bare floor, from outside, over real sockets. A developer's tool.
@NullMarked
package org.juntos.bench;

import org.jspecify.annotations.NullMarked;
