namespace Kube.Client;

/// <summary>The token of a configuration; one kept in a file is read again every minute because it is rotated in place.</summary>
internal sealed class BearerToken(ClientConfig config, TimeProvider time)
{
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(1);

    private string? _token = config.Token;
    private long? _readAt;

    public ValueTask<string?> GetAsync(CancellationToken ct) => config.TokenFile is { } file ? ReadAsync(file, ct) : new ValueTask<string?>(_token);

    private async ValueTask<string?> ReadAsync(string file, CancellationToken ct)
    {
        if (_readAt is not { } at || time.GetElapsedTime(at) > s_fresh)
        {
            _token = (await File.ReadAllTextAsync(file, ct)).Trim();
            _readAt = time.GetTimestamp();
        }

        return _token;
    }
}
