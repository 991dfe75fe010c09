/// Jetty: requests, streams, problems. The only package that imports it.
@NullMarked
package org.juntos.relay.http;

import org.jspecify.annotations.NullMarked;
