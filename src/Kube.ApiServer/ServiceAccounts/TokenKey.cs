using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Kube.ApiServer.ServiceAccounts;

/// <summary>A key for tokens: ECDSA on P-256 (ES256) or RSA (RS256). Only a private key signs.</summary>
internal sealed class TokenKey : IDisposable
{
    private const string Es256 = "ES256";
    private const string Rs256 = "RS256";
    private const int MinimumRsaBits = 2048;

    /// <summary>.NET does not promise that one key object may be used by several threads; a use takes less than 0.1 ms.</summary>
    private readonly Lock _use = new();
    private readonly ECDsa? _elliptic;
    private readonly RSA? _rsa;

    private TokenKey(ECDsa? elliptic, RSA? rsa)
    {
        (_elliptic, _rsa) = (elliptic, rsa);
        Id = Jwt.Encode(SHA256.HashData(elliptic?.ExportSubjectPublicKeyInfo() ?? rsa!.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>The name of the key in tokens: a hash of its public half, so that it is the same on every server.</summary>
    public string Id { get; }

    /// <summary>The name of the algorithm in tokens; no token chooses another one for this key.</summary>
    public string Algorithm => _elliptic is null ? Rs256 : Es256;

    /// <summary>A new private key.</summary>
    public static TokenKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256), null);

    /// <summary>Reads a PEM file's key, private or public; a <see cref="CryptographicException"/> when there is none that tokens can use.</summary>
    public static TokenKey FromPem(string pem) =>
        Import(ECDsa.Create(), pem) is { } elliptic ? elliptic.KeySize == 256 ? new TokenKey(elliptic, null) : throw new CryptographicException("an ECDSA key for tokens must be on the curve P-256")
        : Import(RSA.Create(), pem) is { } rsa ? rsa.KeySize >= MinimumRsaBits ? new TokenKey(null, rsa) : throw new CryptographicException($"an RSA key for tokens must have at least {MinimumRsaBits} bits")
        : throw new CryptographicException("no key in PEM form that tokens can be signed or verified with");

    /// <summary>A <see cref="CryptographicException"/> when <see cref="FromPem"/> would fail, or the key could not sign and must.</summary>
    public static void Check(string pem, bool signs)
    {
        using var key = FromPem(pem);
        if (signs)
        {
            key.Sign([]);
        }
    }

    public byte[] Sign(ReadOnlySpan<byte> text)
    {
        lock (_use)
        {
            return _elliptic?.SignData(text, HashAlgorithmName.SHA256) ?? _rsa!.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        lock (_use)
        {
            return _elliptic?.VerifyData(text, signature, HashAlgorithmName.SHA256) ?? _rsa!.VerifyData(text, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    /// <summary>The public half as a JSON Web Key.</summary>
    public JsonObject PublicJson()
    {
        var key = new JsonObject { ["use"] = "sig", ["kty"] = _elliptic is null ? "RSA" : "EC", ["kid"] = Id, ["alg"] = Algorithm };
        if (_elliptic is not null)
        {
            var point = _elliptic.ExportParameters(false).Q;
            (key["crv"], key["x"], key["y"]) = ("P-256", Jwt.Encode(point.X), Jwt.Encode(point.Y));
        }
        else
        {
            var numbers = _rsa!.ExportParameters(false);
            (key["n"], key["e"]) = (Jwt.Encode(numbers.Modulus), Jwt.Encode(numbers.Exponent));
        }

        return key;
    }

    public void Dispose()
    {
        _elliptic?.Dispose();
        _rsa?.Dispose();
    }

    private static T? Import<T>(T key, string pem) where T : AsymmetricAlgorithm
    {
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }
}
