/// What the relay needs of its stores, as tests: a store passes when a class that extends each
/// contract does. They come as the test jar of this module.
@NullMarked
package org.juntos.relay.contract;

import org.jspecify.annotations.NullMarked;
