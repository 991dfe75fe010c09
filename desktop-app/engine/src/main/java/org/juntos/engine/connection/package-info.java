/// The client side of the wire: requests, one stream, blobs. Everything that it hands out is a
/// plain record; Protocol Buffers and OkHttp stay inside.
@NullMarked
package org.juntos.engine.connection;

import org.jspecify.annotations.NullMarked;
