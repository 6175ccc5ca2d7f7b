namespace Kube.Proxy.Dns;

/// <summary>From the bytes of a query to the bytes of its answer: ours where we own the name, else the machine's name servers'.</summary>
internal sealed class DnsResolver(ClusterZone zone, Upstream upstream, Func<bool> isReady, DnsMetrics metrics)
{
    private const ushort Internet = 1;

    /// <summary>The answer, or null for what deserves none.</summary>
    public async ValueTask<byte[]?> AnswerAsync(ReadOnlyMemory<byte> message, bool tcp, CancellationToken ct)
    {
        DnsQuery query;
        try
        {
            query = DnsReader.ReadQuery(message.Span);
        }
        catch (FormatException)
        {
            // Never answer an answer: two servers could talk to each other for ever.
            var isResponse = message.Length > 2 && (message.Span[2] & 0x80) != 0;
            return !isResponse && DnsReader.ReadId(message.Span) is { } id ? DnsWriter.Error(id, DnsCode.FormatError) : null;
        }

        var answer = Own(query) ?? (isReady() ? zone.Answer(query.Name, query.Type) : new DnsAnswer(DnsCode.ServerFailure));
        if (answer is null)
        {
            var forwarded = await upstream.AskAsync(message, tcp, ct);
            metrics.Forwarded(forwarded is not null);
            return forwarded ?? DnsWriter.Response(query, new DnsAnswer(DnsCode.ServerFailure), DnsWriter.LimitOf(query, tcp));
        }

        if (answer.Follow is { } target)
        {
            answer = await FollowAsync(answer, target, query.Type, ct);
        }

        metrics.Answered(answer.Code);
        return DnsWriter.Response(query, answer, DnsWriter.LimitOf(query, tcp));
    }

    /// <summary>What is answered without looking at the name.</summary>
    private static DnsAnswer? Own(DnsQuery query) => query switch
    {
        { Edns.Version: > 0 } => new DnsAnswer(DnsCode.BadVersion),
        { OpCode: not 0 } => new DnsAnswer(DnsCode.NotImplemented),
        { Class: not Internet } => new DnsAnswer(DnsCode.Refused),
        _ => null,
    };

    /// <summary>Clients want the addresses behind an alias in the same answer.</summary>
    private async Task<DnsAnswer> FollowAsync(DnsAnswer answer, DnsName target, DnsType type, CancellationToken ct)
    {
        if (target.Labels.Count == 0 || target.Labels.Any(label => label.Length > 63))
        {
            return answer;
        }

        if (await upstream.AskAsync(DnsWriter.Query(id: 0, target, type), tcp: false, ct) is not { } response)
        {
            return new DnsAnswer(DnsCode.ServerFailure);
        }

        try
        {
            return answer with { Answers = [.. answer.Answers, .. DnsReader.ReadResponse(response).Answers] };
        }
        catch (FormatException)
        {
            return new DnsAnswer(DnsCode.ServerFailure);
        }
    }
}
