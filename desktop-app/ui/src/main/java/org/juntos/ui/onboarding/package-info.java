/// From an empty profile to a ready one, and unlocking.
@NullMarked
package org.juntos.ui.onboarding;

import org.jspecify.annotations.NullMarked;
