package org.plumbline.core.decide;

/// Something that can be so of a case under some texts: "this text forbids what that one requires".
///
/// It is written once, over any way of holding truth. Asked of everything possible it finds a case;
/// asked once more of that case alone, in plain truth and under the whole texts, it shows that the
/// case is real.
public interface Claim {

    /// Whether, or where, it is so.
    ///
    /// @param <P> how truth is held
    <P> P in(Account<P> account);
}
