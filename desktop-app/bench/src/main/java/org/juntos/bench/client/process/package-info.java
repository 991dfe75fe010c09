/// Client processes and what the system says of them.
@NullMarked
package org.juntos.bench.client.process;

import org.jspecify.annotations.NullMarked;
