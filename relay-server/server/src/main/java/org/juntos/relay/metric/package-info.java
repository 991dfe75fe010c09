/// Numbers for a monitoring system (Prometheus): no label names an account, a device or an address.
@NullMarked
package org.juntos.relay.metric;

import org.jspecify.annotations.NullMarked;
