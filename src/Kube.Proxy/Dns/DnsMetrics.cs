using Kube.Hosting;

namespace Kube.Proxy.Dns;

/// <summary>What the name server says about itself.</summary>
internal sealed class DnsMetrics(Metrics metrics)
{
    private readonly Counter _answers = metrics.Counter("dns_answers_total", "Answers about names of the cluster.", "code");
    private readonly Counter _forwarded = metrics.Counter("dns_forwarded_total", "Queries passed on to the machine's name servers.", "result");

    public void Answered(DnsCode code) => _answers.Increment(code.ToString());

    public void Forwarded(bool answered) => _forwarded.Increment(answered ? "answered" : "failed");
}
