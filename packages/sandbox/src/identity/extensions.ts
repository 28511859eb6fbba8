import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import {
  AuthorityKeyIdentifier, BasicConstraints, Extension, ExtendedKeyUsage, GeneralName, GeneralSubtree,
  GeneralSubtrees, id_ce_authorityKeyIdentifier, id_ce_basicConstraints, id_ce_extKeyUsage, id_ce_keyUsage,
  id_ce_nameConstraints, id_ce_subjectAltName, id_ce_subjectKeyIdentifier, id_kp_serverAuth, KeyIdentifier,
  KeyUsage, KeyUsageFlags, NameConstraints, SubjectAlternativeName, type SubjectPublicKeyInfo,
  SubjectKeyIdentifier,
} from '@peculiar/asn1-x509'

const { keyCertSign, cRLSign, digitalSignature, keyEncipherment } = KeyUsageFlags

/** The extensions of an authority that may certify only these hosts, by RFC 5280. */
export const authorityExtensions = (hosts: string[]) => async (key: SubjectPublicKeyInfo) => [
  extension(id_ce_basicConstraints, true, new BasicConstraints({ cA: true, pathLenConstraint: 0 })),
  extension(id_ce_keyUsage, true, new KeyUsage(keyCertSign | cRLSign)),
  extension(id_ce_nameConstraints, true, new NameConstraints({
    permittedSubtrees: new GeneralSubtrees(hosts.map(host => new GeneralSubtree({ base: nameOf(host) }))),
  })),
  extension(id_ce_subjectKeyIdentifier, false, new SubjectKeyIdentifier(await identifierOf(key))),
]

/** The extensions of a server's certificate for these hosts, issued with the authority's key. */
export const serverExtensions = (hosts: string[], authority: SubjectPublicKeyInfo) =>
  async (key: SubjectPublicKeyInfo) => [
    extension(id_ce_basicConstraints, true, new BasicConstraints()),
    extension(id_ce_keyUsage, true, new KeyUsage(digitalSignature | keyEncipherment)),
    extension(id_ce_extKeyUsage, false, new ExtendedKeyUsage([id_kp_serverAuth])),
    extension(id_ce_subjectAltName, false, new SubjectAlternativeName(hosts.map(nameOf))),
    extension(id_ce_subjectKeyIdentifier, false, new SubjectKeyIdentifier(await identifierOf(key))),
    extension(id_ce_authorityKeyIdentifier, false, new AuthorityKeyIdentifier({
      keyIdentifier: new KeyIdentifier(await identifierOf(authority)),
    })),
  ]

const extension = (extnID: string, critical: boolean, value: object) =>
  new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) })

const nameOf = (host: string) => new GeneralName({ dNSName: host })

/** The SHA-1 of the key, by which certificates name it: RFC 5280, 4.2.1.2. */
const identifierOf = ({ subjectPublicKey }: SubjectPublicKeyInfo) => crypto.subtle.digest('SHA-1', subjectPublicKey)
