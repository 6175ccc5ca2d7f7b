using System.Net;
using Kube.Proxy.Dns;

namespace Kube.Proxy.Tests.Dns;

public sealed class DnsMessageTests
{
    private static readonly DnsName s_name = DnsName.Parse("web.ns.svc.cluster.local");

    [Fact]
    public void Query_RoundTrip_KeepsWhatIsAsked()
    {
        var query = DnsReader.ReadQuery(DnsWriter.Query(0x1234, DnsName.Parse("Web.example.org"), DnsType.Aaaa));
        Assert.Equal((0x1234, 0, true, "Web.example.org.", DnsType.Aaaa), ((int)query.Id, query.OpCode, query.RecursionDesired, query.Name.ToString(), query.Type));
        Assert.Equal(new EdnsOption(DnsWriter.PayloadSize, 0), query.Edns);
    }

    [Fact]
    public void Response_RoundTrip_CompressesNames()
    {
        var query = DnsReader.ReadQuery(DnsWriter.Query(1, s_name, DnsType.A));
        var answer = new DnsAnswer(DnsCode.NoError)
        {
            Answers = [new NameRecord(s_name, DnsType.Cname, DnsName.Parse("other.ns.svc.cluster.local"), 5), new AddressRecord(DnsName.Parse("other.ns.svc.cluster.local"), IPAddress.Parse("10.1.2.3"), 5)],
        };
        var bytes = DnsWriter.Response(query, answer, 512);
        var read = DnsReader.ReadResponse(bytes);
        Assert.Equal(answer.Answers.Select(record => record.Name), read.Answers.Select(record => record.Name));
        Assert.Equal("10.1.2.3", ((AddressRecord)read.Answers[1]).Address.ToString());

        // Header 12, question 30, alias 2+10+8, address 2+10+4, EDNS 11.
        Assert.Equal(89, bytes.Length);
    }

    [Fact]
    public void Response_TooLarge_IsCutAndSaysSo()
    {
        var query = DnsReader.ReadQuery(DnsWriter.Query(1, s_name, DnsType.A));
        var answer = new DnsAnswer(DnsCode.NoError) { Answers = [.. Enumerable.Range(0, 100).Select(i => new AddressRecord(s_name, new IPAddress([10, 1, 2, (byte)i]), 5))] };
        var bytes = DnsWriter.Response(query, answer, 512);
        Assert.InRange(bytes.Length, 100, 512);
        Assert.NotEqual(0, bytes[2] & 0x02);
        Assert.Equal(100, DnsReader.ReadResponse(DnsWriter.Response(query, answer, 65535)).Answers.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0001")]
    [InlineData("000101000001000000000000")]
    [InlineData("000101000001000000000000C00C00010001")]
    [InlineData("00010100000100000000000005414243")]
    [InlineData("0001010000020000000000000000010001")]
    [InlineData("0001810000010000000000000000010001")]
    public void ReadQuery_Broken_SaysSo(string hex) => Assert.Throws<FormatException>(() => DnsReader.ReadQuery(Convert.FromHexString(hex)));

    [Fact]
    public void ReadQuery_AnyBytes_EndsWithAMessageOrAnError()
    {
        var random = new Random(7);
        var valid = DnsWriter.Query(1, s_name, DnsType.Srv);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = (byte[])valid.Clone();
            for (var flips = random.Next(1, 6); flips > 0; flips--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                DnsReader.ReadQuery(bytes.AsSpan(0, random.Next(bytes.Length + 1)));
            }
            catch (FormatException)
            {
                // One of the two ends there may be.
            }
        }
    }

    [Fact]
    public void ResolvConf_Parse_TakesServersButNotOurselves()
    {
        string[] lines = ["# nameserver 1.1.1.1", "search x", "nameserver 192.0.2.1", "nameserver\t10.96.0.10", "nameserver fd00::53 ", "nameserver nonsense"];
        Assert.Equal(["192.0.2.1:53", "[fd00::53]:53"], ResolvConf.Parse(lines, [IPAddress.Parse("10.96.0.10")]).Select(server => server.ToString()));
    }
}
