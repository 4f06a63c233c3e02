#include "commands/found_example.h"

namespace jumelage::tools {

std::string_view founding_example() {
  return R"json({
  "name": [
    {"language": "fr", "text": "Club international de jumelage"},
    {"language": "en", "text": "International Twinning Club"},
    {"language": "ar", "text": "النادي الدولي للتوأمة"}
  ],
  "origin": "jumelage.example/es-semara",
  "languages": ["fr", "en", "ar"],
  "primary": "es-semara",
  "logKey": "@key:es-semara-log",
  "finality": {
    "witnesses": [
      {"member": "es-semara", "key": "@key:es-semara-witness"},
      {"member": "timbuktu", "key": "@key:timbuktu-witness"},
      {"member": "vijayawada", "key": "@key:vijayawada-witness"}
    ],
    "quorum": 2
  },
  "administration": {
    "administrators": [
      {"member": "es-semara", "key": "@key:es-semara-admin"},
      {"member": "timbuktu", "key": "@key:timbuktu-admin"},
      {"member": "vijayawada", "key": "@key:vijayawada-admin"}
    ],
    "quorum": 2,
    "recoveryQuorum": 0
  },
  "ruleSets": [
    {
      "id": "cci-rules",
      "version": 1,
      "title": [
        {"language": "fr", "text": "Règlement intérieur du Conseil", "standing": "authentic"},
        {"language": "en", "text": "Rules of procedure of the Council", "standing": "translation"}
      ],
      "model": "simple majority of votes cast (a model: ask counsel)",
      "quorum": {
        "base": "inExercise",
        "fraction": "1/2",
        "strict": true,
        "testedAt": "eachItem",
        "laterCalls": [{"call": 2, "fraction": "0/1", "strict": false}],
        "remoteCounts": true,
        "proxiesCount": false,
        "alternatesCount": true,
        "recusal": "outOfBoth"
      },
      "majorities": [
        {
          "id": "simple",
          "base": "cast",
          "fraction": "1/2",
          "strict": true,
          "minFor": 1,
          "direction": "adoptedIfEnoughFor",
          "abstentionsAreCast": false,
          "blanksAreCast": false,
          "unanimity": "none",
          "tie": "castingVote",
          "maxRounds": 2,
          "secret": "onRequest",
          "silence": "meansNothing"
        },
        {
          "id": "two-thirds",
          "base": "cast",
          "fraction": "2/3",
          "strict": false,
          "minFor": 1,
          "direction": "adoptedIfEnoughFor",
          "abstentionsAreCast": false,
          "blanksAreCast": false,
          "unanimity": "none",
          "tie": "rejected",
          "maxRounds": 2,
          "secret": "onRequest",
          "silence": "meansNothing"
        }
      ],
      "defaultMajority": "simple",
      "elections": [
        {
          "id": "chair",
          "rounds": [
            {"base": "cast", "fraction": "1/2", "strict": true, "blanksAreCast": false},
            {"base": "cast", "fraction": "0/1", "strict": false, "blanksAreCast": false}
          ],
          "tie": "nobody",
          "secret": "onRequest"
        }
      ],
      "matters": [{"scheme": "cci", "code": "charter", "majority": "two-thirds"}],
      "proxies": {"allowed": true, "perHolder": 1, "sameMemberOnly": false},
      "notice": {"count": 15, "unit": "calendarDays"},
      "publication": "required",
      "votingNeedsFees": false
    }
  ],
  "bodies": [
    {
      "id": "cci",
      "names": [
        {"language": "fr", "text": "Conseil de Coordination International"},
        {"language": "en", "text": "International Coordination Council"}
      ],
      "kind": "council",
      "seats": [
        {"college": "cities", "count": 9, "weight": 1},
        {"college": "partners", "count": 2, "weight": 1},
        {"college": "experts", "count": 2, "weight": 1}
      ],
      "ruleSet": {"id": "cci-rules", "version": 1},
      "numbering": {"series": "CCI", "source": "ledger"}
    }
  ],
  "members": [
    {
      "id": "es-semara",
      "profile": {
        "names": [
          {"language": "fr", "text": "Es-Semara"},
          {"language": "es", "text": "Smara", "alias": true},
          {"language": "ar", "text": "السمارة"}
        ],
        "kind": "city",
        "country": "MA"
      },
      "votingRight": true,
      "feesInOrder": true
    },
    {
      "id": "timbuktu",
      "profile": {
        "names": [
          {"language": "en", "text": "Timbuktu"},
          {"language": "fr", "text": "Tombouctou"}
        ],
        "kind": "city",
        "country": "ML"
      },
      "votingRight": true,
      "feesInOrder": true
    },
    {
      "id": "vijayawada",
      "profile": {
        "names": [
          {"language": "en", "text": "Vijayawada"},
          {"language": "te", "text": "విజయవాడ"}
        ],
        "kind": "city",
        "country": "IN"
      },
      "votingRight": true,
      "feesInOrder": true
    }
  ],
  "persons": [
    {"id": "p-1", "document": "@personal:Representative of Es-Semara: fill in name and contact here"},
    {"id": "p-2", "document": "@personal:Representative of Timbuktu: fill in name and contact here"},
    {"id": "p-3", "document": "@personal:Representative of Vijayawada: fill in name and contact here"},
    {"id": "p-4", "document": "@personal:Secretary of the Council: fill in name and contact here"},
    {"id": "p-5", "document": "@personal:Legal expert: fill in name and contact here"}
  ],
  "mandates": [
    {"id": "es-semara-1", "person": "p-1", "body": "cci", "member": "es-semara", "kind": "representative",
     "college": "cities", "weight": 1, "from": "2025-10-30"},
    {"id": "timbuktu-1", "person": "p-2", "body": "cci", "member": "timbuktu", "kind": "representative",
     "college": "cities", "weight": 1, "from": "2025-10-30"},
    {"id": "vijayawada-1", "person": "p-3", "body": "cci", "member": "vijayawada", "kind": "representative",
     "college": "cities", "weight": 1, "from": "2025-10-30"},
    {"id": "secretary-1", "person": "p-4", "body": "cci", "kind": "secretary", "weight": 0, "from": "2025-10-30"},
    {"id": "expert-1", "person": "p-5", "body": "cci", "kind": "legalExpert", "college": "experts", "weight": 1,
     "from": "2025-10-30"}
  ],
  "offices": [
    {"id": "cci-chair", "kind": "chair", "body": "cci", "holder": "es-semara-1", "from": "2025-10-30",
     "ground": "founding"},
    {"id": "cci-vice-chair", "kind": "viceChair", "body": "cci", "holder": "timbuktu-1", "from": "2025-10-30",
     "ground": "founding"},
    {"id": "cci-secretary", "kind": "secretary", "body": "cci", "holder": "secretary-1", "from": "2025-10-30",
     "ground": "founding"},
    {"id": "cci-dpo", "kind": "dataProtectionOfficer", "body": "cci", "holder": "expert-1", "from": "2025-10-30",
     "ground": "founding"}
  ],
  "keys": [
    {"key": "@key:es-semara", "purpose": "daily", "holder": "es-semara-1", "custody": "encryptedFile"},
    {"key": "@key:timbuktu", "purpose": "daily", "holder": "timbuktu-1", "custody": "encryptedFile"},
    {"key": "@key:vijayawada", "purpose": "daily", "holder": "vijayawada-1", "custody": "encryptedFile"},
    {"key": "@key:secretary", "purpose": "daily", "holder": "secretary-1", "custody": "encryptedFile"},
    {"key": "@key:expert", "purpose": "daily", "holder": "expert-1", "custody": "encryptedFile"},
    {"key": "@key:es-semara-admin", "purpose": "administration", "holder": "es-semara", "custody": "encryptedFile"},
    {"key": "@key:timbuktu-admin", "purpose": "administration", "holder": "timbuktu", "custody": "encryptedFile"},
    {"key": "@key:vijayawada-admin", "purpose": "administration", "holder": "vijayawada", "custody": "encryptedFile"},
    {"key": "@key:es-semara-witness", "purpose": "witness", "holder": "es-semara", "custody": "encryptedFile"},
    {"key": "@key:es-semara-log", "purpose": "log", "holder": "es-semara", "custody": "encryptedFile"},
    {"key": "@key:timbuktu-witness", "purpose": "witness", "holder": "timbuktu", "custody": "encryptedFile"},
    {"key": "@key:vijayawada-witness", "purpose": "witness", "holder": "vijayawada", "custody": "encryptedFile"}
  ]
}
)json";
}

}  // namespace jumelage::tools
