/// What somebody who holds all of the team's lists and bits can derive of them: by logic what follows for certain,
/// and with the cohort's base rates how much likelier the rest became.
///
/// It reads only what the family team knows anyway. It is not what keeps a family off a list ([the
/// boundary's][org.kinmark.rules.boundary] checks do), and shares no code with them but the words, so that it can
/// be held against them.
///
/// Source: interim guidance, rule 1; *A Guide to Confidentiality in Health and Social Care* asks of anonymised
/// information that others' knowledge be thought of.
@NullMarked
package org.kinmark.rules.attack;

import org.jspecify.annotations.NullMarked;
