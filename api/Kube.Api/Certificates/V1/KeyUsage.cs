namespace Kube.Api.Certificates.V1;

/// <summary>What a certified key may be used for.</summary>
public static class KeyUsage
{
    /// <summary>Signing, as digital signature.</summary>
    public const string Signing = "signing";

    /// <summary>Signatures other than those on certificates.</summary>
    public const string DigitalSignature = "digital signature";

    /// <summary>Signatures that cannot be disowned.</summary>
    public const string ContentCommitment = "content commitment";

    /// <summary>Encrypting keys.</summary>
    public const string KeyEncipherment = "key encipherment";

    /// <summary>Agreeing on keys.</summary>
    public const string KeyAgreement = "key agreement";

    /// <summary>Encrypting data.</summary>
    public const string DataEncipherment = "data encipherment";

    /// <summary>Signing certificates.</summary>
    public const string CertSign = "cert sign";

    /// <summary>Signing revocation lists.</summary>
    public const string CrlSign = "crl sign";

    /// <summary>Key agreement, to encrypt only.</summary>
    public const string EncipherOnly = "encipher only";

    /// <summary>Key agreement, to decrypt only.</summary>
    public const string DecipherOnly = "decipher only";

    /// <summary>Everything.</summary>
    public const string Any = "any";

    /// <summary>Proving a TLS server.</summary>
    public const string ServerAuth = "server auth";

    /// <summary>Proving a TLS client.</summary>
    public const string ClientAuth = "client auth";

    /// <summary>Signing programs.</summary>
    public const string CodeSigning = "code signing";

    /// <summary>Mail.</summary>
    public const string EmailProtection = "email protection";

    /// <summary>Mail, by its old name.</summary>
    public const string SMime = "s/mime";

    /// <summary>An IPsec host.</summary>
    public const string IpsecEndSystem = "ipsec end system";

    /// <summary>An IPsec tunnel.</summary>
    public const string IpsecTunnel = "ipsec tunnel";

    /// <summary>An IPsec user.</summary>
    public const string IpsecUser = "ipsec user";

    /// <summary>Signing times.</summary>
    public const string Timestamping = "timestamping";

    /// <summary>Signing answers about revocation.</summary>
    public const string OcspSigning = "ocsp signing";

    /// <summary>An obsolete right to strong encryption.</summary>
    public const string MicrosoftSgc = "microsoft sgc";

    /// <summary>Another obsolete right to strong encryption.</summary>
    public const string NetscapeSgc = "netscape sgc";
}
