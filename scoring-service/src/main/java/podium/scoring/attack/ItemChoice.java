package podium.scoring.attack;

import java.util.Locale;

/** Which of a person's ratings an attacker has come to know. */
public enum ItemChoice {
    /** Any of them, each as likely. */
    ANY(1),
    /** Of the half on the items that most people rated. */
    POPULAR(2),
    /** Of the half on the items that fewest people rated. */
    RARE(3);

    private final int stream;

    ItemChoice(int stream) {
        this.stream = stream;
    }

    /** Tells the random draws of one choice from those of another. */
    int stream() {
        return stream;
    }

    /** The word for it in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
