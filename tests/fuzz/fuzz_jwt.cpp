// SPDX-License-Identifier: GPL-3.0-or-later
// A token as received; after a = also its parts as they are before encoding, between NULs: header, payload, signature,
// and what the issuer publishes as keys. Changed bytes of a token are seldom base64url of JSON, so that without the
// second form nothing behind the decoding would be reached.
#include "app/tokens/claims.h"
#include "app/tokens/jwt_verifier.h"
#include "tests/fuzz/target.h"

#include <QDateTime>

using namespace acx;

namespace {

QByteArray encoded(const QByteArray &part)
{
    return part.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

void view(const Jwt &jwt)
{
    static const QDateTime now = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
    const QList<ClaimRow> rows = explainClaims(jwt, now) + explainHeader(jwt);
    for (const ClaimRow &row : rows) {
        promise(!row.text.contains(u'\n') && !row.text.contains(QChar(0x202e)), "a row is one line, as it stands");
        promise(row.explained || row.title == row.claim, "what is not explained keeps its name");
    }
    if (jwt.claims) {
        promise(explainClaims(jwt, now, 0).size() <= rows.size(), "fewer rows are no more");
        promise(parseJson(maskedClaims(*jwt.claims).toJson()).has_value(), "masked claims are JSON");
    }
}

void read(const QByteArray &text, const QByteArray &keys)
{
    const Secret token(text);
    const Result<Jwt> strict = decodeJwt(token);
    const Result<LenientJwt> lenient = decodeJwtForViewing(token);
    promise(!strict || (lenient && lenient->strict), "what is read strictly can be viewed");
    promise(strict || !strict.error().sentence.isEmpty(), "a refusal says why");
    promise(lenient || !lenient.error().sentence.isEmpty(), "a refusal says why");
    if (!lenient)
        return;
    view(lenient->jwt);
    const SignatureCheck check = checkSignature(lenient->jwt, keys);
    promise(!check.reason.isEmpty(), "every verdict says why");
    promise(check.state != SignatureState::Verified, "nobody can sign by chance");
    promise(strict || check.state == SignatureState::NotVerified, "only strict tokens are judged");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = inputBytes(data, size);
    if (!bytes.startsWith('=')) {
        read(bytes, {});
        return 0;
    }
    QByteArrayList parts = bytes.sliced(1).split('\0');
    parts.resize(4);
    read(encoded(parts[0]) + '.' + encoded(parts[1]) + '.' + encoded(parts[2]), parts[3]);
    return 0;
}
