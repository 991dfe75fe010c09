/// What receiving all that people send each other costs, beside libsignal alone.
@NullMarked
package org.juntos.bench.client.mixed;

import org.jspecify.annotations.NullMarked;
