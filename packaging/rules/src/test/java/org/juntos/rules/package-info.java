/// The house rules, executed. Each rule looks at the sources or the classes of all modules and
/// lists what breaks it.
@NullMarked
package org.juntos.rules;

import org.jspecify.annotations.NullMarked;
