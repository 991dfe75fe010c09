/// Adding, verifying and blocking people.
@NullMarked
package org.juntos.ui.contact;

import org.jspecify.annotations.NullMarked;
