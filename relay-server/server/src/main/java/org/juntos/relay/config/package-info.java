/// Where settings come from: command line, environment, file, default; in this order.
@NullMarked
package org.juntos.relay.config;

import org.jspecify.annotations.NullMarked;
