/// A small house that breaks every rule in `HouseRules`, so that each rule is seen to fail.
package org.plumbline.cli.crooked;
