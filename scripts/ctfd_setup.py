"""Fill a fresh CTFd, from inside its own environment.

usage: ctfd_setup.py USERS CHALLENGES      in CTFd's folder, with its Python and DATABASE_URL set

Prints one token of each user and the numbers of the challenges as JSON. Challenge N has the flag `flag-N`.
"""

from __future__ import annotations

import json
import sys

from CTFd import create_app
from CTFd.models import Challenges, Flags, Users, db
from CTFd.utils.security.auth import generate_user_token

USERS, CHALLENGES = int(sys.argv[1]), int(sys.argv[2])

app = create_app()
with app.test_client() as client:
    client.get("/setup")
    with client.session_transaction() as session:
        nonce = session["nonce"]
    client.post(
        "/setup",
        data={
            "ctf_name": "CTFd", "ctf_description": "", "name": "admin", "email": "admin@truong.example",
            "password": "một mật khẩu đủ dài", "user_mode": "users", "ctf_theme": "core", "nonce": nonce,
        },
    )
with app.app_context():
    challenges = []
    for number in range(1, CHALLENGES + 1):
        challenge = Challenges(
            name=f"challenge {number}", description="", value=100, category="all", type="standard", state="visible"
        )
        db.session.add(challenge)
        db.session.commit()
        db.session.add(Flags(challenge_id=challenge.id, content=f"flag-{challenge.id}", type="static"))
        challenges.append(challenge.id)
    db.session.commit()
    # All share one hash of a password: hashing is not what is measured.
    first = Users(name="nguoi-1", email="nguoi-1@truong.example", password="một mật khẩu đủ dài", verified=True)
    db.session.add(first)
    db.session.commit()
    db.session.bulk_insert_mappings(
        Users,
        [
            {
                "name": f"nguoi-{number}", "email": f"nguoi-{number}@truong.example", "password": first.password,
                "type": "user", "verified": True,
            }
            for number in range(2, USERS + 1)
        ],
    )
    db.session.commit()
    people = Users.query.filter(Users.name.like("nguoi-%")).all()
    tokens = [generate_user_token(user).value for user in people]
print(json.dumps({"tokens": tokens, "challenges": challenges}))
