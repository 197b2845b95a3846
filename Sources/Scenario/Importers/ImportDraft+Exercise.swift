extension ImportDraft {
    /// The exercise half, as small as it can be and still mark a run.
    func writeExercise(to yaml: inout AnnotatedYAML) {
        yaml.section("conditions") { yaml in
            yaml.section("goal-prevented") { yaml in
                yaml.entry(
                    "description",
                    AnnotatedYAML.localized("Kẻ tấn công không đạt mục tiêu", "The adversary did not reach its goal"))
                yaml.entry("when", "{figure: goal-reached, at-most: 0}")
            }
            yaml.section("noticed-in-time") { yaml in
                yaml.entry(
                    "description", AnnotatedYAML.localized("Phát hiện trong hai giờ", "Noticed within two hours"))
                yaml.entry("when", "{figure: minutes-to-detect, at-most: 120}")
            }
        }
        yaml.section("metrics") { yaml in
            for (key, score) in [("goal-prevented", 10), ("noticed-in-time", 5)] {
                yaml.section(key) { yaml in
                    yaml.entry("type", "Conditional")
                    yaml.entry("max-score", String(score))
                    yaml.entry("condition", key)
                }
            }
        }
        yaml.section("evaluations") { yaml in
            yaml.section("defence") { yaml in
                yaml.entry("metrics", "[goal-prevented, noticed-in-time]")
                yaml.entry("min-score", "50")
            }
        }
        yaml.section("tlos") { yaml in
            yaml.section("defend") { yaml in
                yaml.entry("name", AnnotatedYAML.localized("Bảo vệ mạng của mình", "Defend one's own network"))
                yaml.entry("evaluation", "defence")
            }
        }
        yaml.section("goals") { yaml in
            yaml.section("own-network") { yaml in
                yaml.entry("name", AnnotatedYAML.localized("Mạng của mình đứng vững", "The own network holds"))
                yaml.entry("tlos", "[defend]")
            }
        }
        yaml.section("entities") { yaml in
            yaml.section("blue-team") { yaml in
                yaml.entry("name", AnnotatedYAML.localized("Đội phòng thủ", "Blue team"))
                yaml.entry("role", "Blue")
                yaml.entry("tlos", "[defend]")
            }
        }
    }
}
