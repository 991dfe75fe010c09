/// Groups: what the relay says of them is verified before anything of it counts; what is written to
/// them is encrypted once.
@NullMarked
package org.juntos.engine.group;

import org.jspecify.annotations.NullMarked;
