using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Kube.ApiServer.Authentication;

/// <summary>Client certificates of the cluster CA: the common name is the user, the organisations are the groups. Judged once per connection.</summary>
internal sealed class CertificateAuthenticator(X509Certificate2Collection authorities, TimeProvider clock) : IAuthenticator
{
    private const string CommonName = "2.5.4.3";
    private const string Organisation = "2.5.4.10";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private static readonly object s_itemKey = new();

    public ValueTask<UserInfo?> AuthenticateAsync(HttpContext http)
    {
        if (http.Connection.ClientCertificate is not { } certificate)
        {
            return new((UserInfo?)null);
        }

        var items = http.Features.Get<Microsoft.AspNetCore.Connections.Features.IConnectionItemsFeature>()?.Items;
        if (items is not null && items.TryGetValue(s_itemKey, out var known))
        {
            return new(StillValid(certificate) ? (UserInfo?)known : null);
        }

        var user = Judge(certificate);
        if (items is not null)
        {
            items[s_itemKey] = user;
        }

        return new(user);
    }

    private bool StillValid(X509Certificate2 certificate) => clock.GetUtcNow() <= certificate.NotAfter;

    private UserInfo? Judge(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = clock.GetLocalNow().DateTime;
        chain.ChainPolicy.ApplicationPolicy.Add(new System.Security.Cryptography.Oid(ClientAuthentication));
        if (!chain.Build(certificate))
        {
            return null;
        }

        var names = certificate.SubjectName.EnumerateRelativeDistinguishedNames().Where(n => !n.HasMultipleElements).ToList();
        var user = names.FirstOrDefault(n => n.GetSingleElementType().Value == CommonName)?.GetSingleElementValue();
        var groups = names.Where(n => n.GetSingleElementType().Value == Organisation).Select(n => n.GetSingleElementValue()!);
        return string.IsNullOrEmpty(user) ? null : new UserInfo(user, null, [.. groups, UserInfo.AuthenticatedGroup]);
    }
}
