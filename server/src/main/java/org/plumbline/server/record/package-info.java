/// The record of a consultation: a page to print and a PDF, handed over and kept nowhere.
///
/// It has two hands. What the texts say ([EnginePart]) follows from the case in the address, is
/// decided anew for every request and cannot be written by anybody. What only a person can say
/// ([HumanPart]) is typed into the form, travels in the body of the request alone, and begins empty.
/// Both together are a [RecordSheet], in two parts that always both exist: one for the chart and one
/// sealed.
///
/// Begin with [RecordPage].
@NullMarked
package org.plumbline.server.record;

import org.jspecify.annotations.NullMarked;
