/// User names: the relay keeps their hashes, and tells whose they are to whoever knows the name.
@NullMarked
package org.juntos.relay.name;

import org.jspecify.annotations.NullMarked;
