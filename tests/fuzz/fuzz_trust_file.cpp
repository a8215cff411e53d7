// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/host_and_port.h"
#include "app/network/trust_json.h"
#include "tests/fuzz/target.h"

using namespace acx;

namespace {

void promisePlace(const QString &host, quint16 port)
{
    const Result<HostAndPort> read = readHostAndPort(hostAndPortText(host, port));
    promise(read && read->host == host && read->port == port, "an entry names one host and port");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const TrustFileText text = readTrustFile(inputBytes(data, size));
    for (const TrustedCertificate &entry : text.entries.certificates) {
        promise(entry.pin.sha256.size() == 32, "a fingerprint is whole");
        promisePlace(entry.pin.host, entry.pin.port);
    }
    for (const ClientCertificateFile &entry : text.entries.clients)
        promisePlace(entry.host, entry.port);
    if (text.isNewer)
        return 0;
    const TrustFileText again = readTrustFile(writeTrustFile(text.entries));
    promise(again.damage.isEmpty(), "what is written can be read");
    promise(again.entries == text.entries, "nothing is lost by writing");
    return 0;
}
