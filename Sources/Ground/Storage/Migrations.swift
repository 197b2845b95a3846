import GRDB

/// How the database came to its present form, step by step. Steps are only ever added: one that has been released never
/// changes, since databases exist that have taken it.
enum Migrations {
    /// All steps, in order.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 people") { try $0.execute(sql: people) }
        migrator.registerMigration("2 exercises") { try $0.execute(sql: exercises) }
        migrator.registerMigration("3 journals") { try $0.execute(sql: journals) }
        return migrator
    }

    private static let people = """
        CREATE TABLE organisations (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            folded TEXT NOT NULL UNIQUE,
            created INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE accounts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            login TEXT NOT NULL UNIQUE,
            display_name TEXT NOT NULL,
            searchable TEXT NOT NULL,
            role TEXT NOT NULL,
            organisation INTEGER NOT NULL REFERENCES organisations,
            language TEXT NOT NULL,
            track TEXT NOT NULL,
            password TEXT NOT NULL,
            disabled INTEGER NOT NULL DEFAULT 0,
            created INTEGER NOT NULL,
            last_sign_in INTEGER
        ) STRICT;
        CREATE INDEX accounts_by_organisation ON accounts (organisation);
        CREATE TABLE sessions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            account INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
            hash BLOB NOT NULL UNIQUE,
            created INTEGER NOT NULL,
            last_used INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            address TEXT NOT NULL,
            agent TEXT NOT NULL
        ) STRICT;
        CREATE INDEX sessions_by_account ON sessions (account);
        CREATE TABLE tokens (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            account INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
            hash BLOB NOT NULL UNIQUE,
            name TEXT NOT NULL,
            ceiling TEXT NOT NULL,
            created INTEGER NOT NULL,
            expires INTEGER,
            last_used INTEGER
        ) STRICT;
        CREATE INDEX tokens_by_account ON tokens (account);
        CREATE TABLE first_run (
            hash BLOB NOT NULL
        ) STRICT;
        CREATE TABLE audit (
            number INTEGER PRIMARY KEY,
            wall_time INTEGER NOT NULL,
            account INTEGER,
            address TEXT NOT NULL,
            action TEXT NOT NULL,
            subject TEXT NOT NULL,
            detail TEXT NOT NULL,
            hash BLOB NOT NULL
        ) STRICT;
        CREATE TRIGGER audit_keeps_rows BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit trail is only ever added to'); END;
        CREATE TRIGGER audit_keeps_words BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit trail is only ever added to'); END;
        CREATE TABLE idempotency (
            account INTEGER NOT NULL,
            key TEXT NOT NULL,
            route TEXT NOT NULL,
            digest BLOB NOT NULL,
            status INTEGER NOT NULL,
            content_type TEXT NOT NULL,
            body BLOB NOT NULL,
            created INTEGER NOT NULL,
            PRIMARY KEY (account, key)
        ) STRICT;
        CREATE INDEX idempotency_by_age ON idempotency (created);
        """

    private static let exercises = """
        CREATE TABLE texts (
            id INTEGER PRIMARY KEY,
            hash BLOB NOT NULL UNIQUE,
            text TEXT NOT NULL
        ) STRICT;
        CREATE TABLE exercises (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            public_id TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            scenario TEXT NOT NULL,
            settings TEXT NOT NULL,
            phase TEXT NOT NULL,
            time INTEGER NOT NULL DEFAULT 0,
            organisation INTEGER NOT NULL REFERENCES organisations,
            created_by INTEGER REFERENCES accounts,
            created INTEGER NOT NULL,
            started INTEGER,
            closed INTEGER,
            last_team INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX exercises_by_organisation ON exercises (organisation);
        CREATE INDEX exercises_by_phase ON exercises (phase);
        CREATE TABLE exercise_files (
            exercise INTEGER NOT NULL REFERENCES exercises ON DELETE CASCADE,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            text INTEGER NOT NULL REFERENCES texts,
            PRIMARY KEY (exercise, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX exercise_files_by_text ON exercise_files (text);
        CREATE TABLE exercise_results (
            exercise INTEGER NOT NULL REFERENCES exercises ON DELETE CASCADE,
            kind TEXT NOT NULL,
            json TEXT NOT NULL,
            created INTEGER NOT NULL,
            PRIMARY KEY (exercise, kind)
        ) STRICT;
        CREATE TABLE teams (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            exercise INTEGER NOT NULL REFERENCES exercises ON DELETE CASCADE,
            number INTEGER NOT NULL,
            name TEXT NOT NULL,
            folded TEXT NOT NULL,
            track TEXT NOT NULL,
            UNIQUE (exercise, number),
            UNIQUE (exercise, folded),
            UNIQUE (exercise, id)
        ) STRICT;
        CREATE TABLE seats (
            exercise INTEGER NOT NULL,
            account INTEGER NOT NULL REFERENCES accounts,
            team INTEGER NOT NULL,
            duty TEXT NOT NULL,
            PRIMARY KEY (exercise, account),
            FOREIGN KEY (exercise, team) REFERENCES teams (exercise, id) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX seats_by_team ON seats (exercise, team);
        CREATE INDEX seats_by_account ON seats (account);
        CREATE TABLE invitations (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            hash BLOB NOT NULL UNIQUE,
            role TEXT NOT NULL,
            organisation INTEGER NOT NULL REFERENCES organisations,
            exercise INTEGER REFERENCES exercises ON DELETE CASCADE,
            team INTEGER REFERENCES teams ON DELETE CASCADE,
            uses_left INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            created INTEGER NOT NULL,
            created_by INTEGER REFERENCES accounts
        ) STRICT;
        CREATE INDEX invitations_by_organisation ON invitations (organisation);
        CREATE INDEX invitations_by_exercise ON invitations (exercise);
        CREATE INDEX invitations_by_team ON invitations (team);
        """

    private static let journals = """
        CREATE TABLE journal (
            position INTEGER PRIMARY KEY,
            exercise INTEGER NOT NULL REFERENCES exercises ON DELETE CASCADE,
            team INTEGER,
            number INTEGER NOT NULL,
            time INTEGER NOT NULL,
            wall_time INTEGER NOT NULL,
            account INTEGER,
            json TEXT NOT NULL,
            FOREIGN KEY (exercise, team) REFERENCES teams (exercise, id) ON DELETE CASCADE
        ) STRICT;
        CREATE UNIQUE INDEX journal_of_team ON journal (team, number) WHERE team IS NOT NULL;
        CREATE UNIQUE INDEX journal_of_exercise ON journal (exercise, number) WHERE team IS NULL;
        CREATE INDEX journal_by_exercise ON journal (exercise);
        CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal
            BEGIN SELECT RAISE(ABORT, 'a journal is only ever added to'); END;
        CREATE TABLE activities (
            id INTEGER PRIMARY KEY,
            exercise INTEGER NOT NULL REFERENCES exercises ON DELETE CASCADE,
            team INTEGER NOT NULL,
            account INTEGER NOT NULL,
            time INTEGER NOT NULL,
            kind TEXT NOT NULL,
            text TEXT NOT NULL,
            wall_time INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX activities_by_team ON activities (exercise, team);
        CREATE TABLE saved_searches (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            team INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
            account INTEGER NOT NULL REFERENCES accounts,
            name TEXT NOT NULL,
            query TEXT NOT NULL,
            shared INTEGER NOT NULL,
            created INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX saved_searches_by_team ON saved_searches (team);
        """
}
