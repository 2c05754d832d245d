package podium.scoring.key;

import java.util.Locale;

/** What a contest's key is for; each purpose has a key of its own. */
public enum KeyPurpose {
    /** Which rows are hidden, and which of these are public. */
    SPLIT,
    /** The ids of the rows. */
    ROW_ID,
    /** The order of the rows in the files. */
    ROW_ORDER,
    /** What stands for the values of a group column. */
    PSEUDONYM,
    /** Which rows of ratings are published. */
    SAMPLE,
    /** Whom attacks are tried on, and with which knowledge: always the same, so that nobody can draw again. */
    ATTACK,
    /** What the contest's files in the vault are encrypted with. */
    VAULT;

    /** The word for it in the database and in what is authenticated. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
