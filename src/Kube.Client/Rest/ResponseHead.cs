using System.Globalization;

namespace Kube.Client;

/// <summary>Status and headers of an HTTP/1.1 answer. Kept are the headers this client acts on.</summary>
internal sealed class ResponseHead
{
    private static readonly string[] s_kept = ["Warning", "Retry-After"];

    private readonly List<KeyValuePair<string, string>> _headers = [];
    private string? _type;

    public int Status { get; private init; }

    public string Reason { get; private init; } = "";

    public int? Length { get; private set; }

    public bool Chunked { get; private set; }

    /// <summary>True when the server closes the connection after the answer.</summary>
    public bool Closes { get; private set; }

    /// <summary>Reads up to the empty line; throws <see cref="HttpRequestException"/> where that is no HTTP.</summary>
    public static ResponseHead Read(BlockingConnection connection)
    {
        var line = connection.ReadLine();
        if (line.Length < 12 || !line.StartsWith("HTTP/1.", StringComparison.Ordinal) || !int.TryParse(line.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            throw new HttpRequestException("the server does not speak HTTP/1.1");
        }

        var head = new ResponseHead { Status = status, Reason = line.Length > 13 ? line[13..] : "", Closes = line[7] == '0' };
        while (connection.ReadLine() is { Length: > 0 } field)
        {
            head.Add(field);
        }

        return head;
    }

    /// <summary>Puts the kept headers into the answer.</summary>
    public void AddTo(HttpResponseMessage response)
    {
        foreach (var (name, value) in _headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        // JSON goes without saying; to note it would cost the header collections their start.
        if (_type is not null && !_type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", _type);
        }
    }

    private void Add(string field)
    {
        var colon = field.IndexOf(':');
        var (name, value) = colon < 0 ? (field, "") : (field[..colon], field[(colon + 1)..].Trim());
        if (name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
        {
            Length = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : throw new HttpRequestException($"the answer's length is broken: {value}");
        }
        else if (name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
        {
            Chunked = value.EndsWith("chunked", StringComparison.OrdinalIgnoreCase);
        }
        else if (name.Equals("Connection", StringComparison.OrdinalIgnoreCase))
        {
            Closes = value.Equals("close", StringComparison.OrdinalIgnoreCase);
        }
        else if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
        {
            _type = value;
        }
        else if (Array.Exists(s_kept, kept => name.Equals(kept, StringComparison.OrdinalIgnoreCase)))
        {
            _headers.Add(new(name, value));
        }
    }
}
