using Kube.Api;

namespace Kube.ApiServer.Admission.Quota;

/// <summary>What one write was charged. Given back on dispose, unless the write happened or may have happened.</summary>
internal sealed class QuotaCharge(QuotaLedger ledger, string ns) : IAsyncDisposable
{
    private readonly List<(string Quota, IReadOnlyDictionary<string, Quantity> Amounts)> _charged = [];

    /// <summary>
    /// True once the object is stored, and while nobody knows: a charge too many is found and taken back by the quota controller, one too few would let
    /// others exceed the bound.
    /// </summary>
    public bool Kept { get; set; }

    /// <summary>Notes what a quota was charged.</summary>
    public void Add(string quota, IReadOnlyDictionary<string, Quantity> amounts)
    {
        if (amounts.Count > 0)
        {
            _charged.Add((quota, amounts));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Kept)
        {
            return;
        }

        foreach (var (quota, amounts) in _charged)
        {
            await ledger.GiveBackAsync(ns, quota, amounts);
        }

        _charged.Clear();
    }
}
