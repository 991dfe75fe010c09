/// Who this device is: registration, opening, and the settings that say so.
@NullMarked
package org.juntos.engine.profile;

import org.jspecify.annotations.NullMarked;
