/// Measures the desktop client from outside, in processes of its own, beside an empty window. A
/// developer's tool.
@NullMarked
package org.juntos.bench.client;

import org.jspecify.annotations.NullMarked;
