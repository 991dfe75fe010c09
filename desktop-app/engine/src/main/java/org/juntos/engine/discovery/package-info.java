/// Finding people by phone number, and being found, without telling the relay who is looked for.
@NullMarked
package org.juntos.engine.discovery;

import org.jspecify.annotations.NullMarked;
