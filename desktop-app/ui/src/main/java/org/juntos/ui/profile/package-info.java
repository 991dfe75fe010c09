/// What the person shows their contacts: name, about, picture.
@NullMarked
package org.juntos.ui.profile;

import org.jspecify.annotations.NullMarked;
